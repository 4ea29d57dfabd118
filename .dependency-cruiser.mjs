const tests = String.raw`(\.test\.tsx?|test-data\.ts)$|^apps/api/src/(test|bench|demo)/`;
const fastify = String.raw`node_modules/(\.pnpm/)?@?fastify`;

/** Who may import whom (docs/decisions/0028-who-may-import-whom.md). */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Of two files that need each other, a third holds what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-circles',
      comment: 'A folder that needs another is above it; `parts` and the kit are below the features.',
      scope: 'folder',
      severity: 'error',
      from: { path: '^(apps/(api|web)|packages/shared)/src' },
      to: { circular: true },
    },
    {
      name: 'shared-is-pure',
      comment: 'Zod and nothing else: no screen, server, database, environment or clock.',
      severity: 'error',
      from: { path: '^packages/shared/src', pathNot: tests },
      to: { pathNot: String.raw`^packages/shared/src|node_modules/(\.pnpm/)?zod` },
    },
    {
      name: 'all-talk-is-through-the-contract',
      severity: 'error',
      from: { path: '^(apps/web|e2e)/' },
      to: { path: '^apps/api/' },
    },
    {
      name: 'nothing-imports-the-top-of-the-web',
      severity: 'error',
      from: { path: '^apps/web/src/(?!app/|main)' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'of-another-web-feature-only-its-parts',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/($1/|[^/]+/parts/)' },
    },
    {
      name: 'mechanisms-know-no-feature',
      severity: 'error',
      from: { path: '^apps/(web/src/(ui|kit|api|i18n)|api/src/kit)/', pathNot: tests },
      to: { path: '/features/' },
    },
    {
      name: 'of-another-api-feature-never-its-repository',
      comment: 'What one feature uses of another, that one’s service offers.',
      severity: 'error',
      from: { path: '^apps/api/src/features/([^/]+)/', pathNot: tests },
      to: { path: String.raw`^apps/api/src/features/[^/]+/.*repository\.ts$`, pathNot: '^apps/api/src/features/$1/' },
    },
    {
      name: 'sql-stands-in-repositories',
      comment: 'A statement stands in a repository, or in the kit that builds lists, rights and records.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: String.raw`repository\.ts$|^apps/api/src/kit/|${tests}` },
      to: { path: String.raw`^apps/api/src/kit/sql\.ts$` },
    },
    {
      name: 'the-database-has-one-door',
      comment: 'Connections are made in the kit, and by what migrates before there is a server.',
      severity: 'error',
      from: {
        path: '^apps/api/src/',
        pathNot: String.raw`^apps/api/src/(generated/|kit/(database|listen|sql)\.ts|migrate\.ts)|${tests}`,
      },
      to: { path: String.raw`^apps/api/src/generated|node_modules/(\.pnpm/)?(@prisma|pg)[/@]` },
    },
    {
      name: 'fastify-at-the-door',
      comment: 'The application, its plugins and routes; what they call does not know how it was asked.',
      severity: 'error',
      from: {
        path: '^apps/api/src/',
        pathNot: String.raw`(routes|plugin)\.ts$|^apps/api/src/(app\.ts|plugins/)|${tests}`,
      },
      to: { path: fastify },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // Tests reach for whatever they prove.
    exclude: {
      path: String.raw`^apps/web/dist/|dist-types/|apps/api/src/(generated/prisma/(models|internal)|test)/|\.test\.tsx?$`,
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
