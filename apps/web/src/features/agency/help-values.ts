import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { HelpLink } from '@konnekt/shared/help/help.contract';
import { mostHelpLinks } from '@konnekt/shared/help/help.words';
import type { Typed } from '../../kit/form/typed-values.ts';

export const linkNumbers = Array.from({ length: mostHelpLinks }, (_, number) => number);
/** A field of a link, as problems of the API name it. */
export const linkField = <N extends keyof HelpLink>(number: number, name: N) => `links/${number}/${name}` as const;

export type HelpValues = Record<string, string>;

const names = ['nameNl', 'nameEn', 'url'] as const;

/** The links as texts, with empty ones to be filled in. */
export const helpForm = ({ links }: { links: readonly HelpLink[] }): HelpValues =>
  Object.fromEntries(
    linkNumbers.flatMap((number) => names.map((name) => [linkField(number, name), links[number]?.[name] ?? ''])),
  );

/** Those of which anything was typed; what is half typed says what it lacks, at its place. */
export function helpBody(values: HelpValues): Typed<{ links: HelpLink[] }> {
  const problems: FieldProblem[] = [];
  const links: HelpLink[] = [];
  for (const number of linkNumbers) {
    const typed = (name: keyof HelpLink) => (values[linkField(number, name)] ?? '').trim();
    if (names.every((name) => typed(name) === '')) continue;
    for (const name of names)
      if (typed(name) === '') problems.push({ pointer: `/${linkField(number, name)}`, code: 'required' });
    links.push({ nameNl: typed('nameNl'), nameEn: typed('nameEn'), url: typed('url') });
  }
  return { body: { links }, problems };
}
