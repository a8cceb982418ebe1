import { defineConfig } from 'oxlint';

/** Folder -> folders it may import. Types count like values; see CONTRIBUTING.md. */
const sharedFolders: Record<string, string[]> = {
  geo: [],
  model: ['geo'],
  host: ['geo', 'model', 'keep'],
  i18n: ['geo', 'model'],
  topology: ['geo', 'model'],
  chain: ['geo', 'model', 'topology'],
  checks: ['geo', 'model', 'topology', 'chain', 'i18n'],
  edits: ['geo', 'model', 'topology', 'i18n'],
  analysis: ['geo', 'model', 'topology', 'chain', 'i18n'],
  // A project file holds the audit log.
  formats: ['geo', 'model', 'topology', 'i18n', 'edits'],
  briefing: ['geo', 'model', 'topology', 'i18n'],
  merge: ['geo', 'model', 'edits'],
  keep: ['geo', 'model', 'edits'],
  jobs: [
    'geo',
    'model',
    'topology',
    'chain',
    'i18n',
    'checks',
    'edits',
    'analysis',
    'formats',
    'briefing',
    'merge',
    'keep',
  ],
};

const rendererFolders: Record<string, string[]> = {
  map: ['state', 'ui'],
  state: ['storage', 'jobs', 'host', 'ui'],
  storage: [],
  jobs: [],
  host: [],
  ui: [],
  features: ['map', 'state', 'storage', 'jobs', 'host', 'ui'],
};

const windows = ['planner', 'wall', 'briefing'];

/** Packages that only one folder may import. */
const owners: Record<string, string> = {
  electron: 'electron/',
  dexie: 'renderer/storage/',
  'maplibre-gl': 'renderer/map/',
};

const parentImports = {
  regex: '^\\.\\./',
  message: 'Import siblings with ./ and other folders by #shared/, #renderer/, #electron/.',
};

function foreignPackages(folder: string) {
  return Object.entries(owners)
    .filter(([, owner]) => !folder.startsWith(owner))
    .map(([name, owner]) => ({
      regex: `^${name}(/|$)`,
      message: `Only ${owner} may import ${name}.`,
    }));
}

function only(side: string, folders: string[], folder: string, allowed: string[]) {
  const refused = folders.filter((other) => other !== folder && !allowed.includes(other));
  return {
    regex: `^#${side}/(${refused.join('|')})/`,
    message: `${side}/${folder} may import only ${[folder, ...allowed].join(', ')} of ${side}/.`,
  };
}

function forbid(...sides: string[]) {
  return {
    regex: `^#(${sides.join('|')})/`,
    message: 'shared imports no other side; electron and renderer never import each other.',
  };
}

function folderRule(files: string, patterns: { regex: string; message: string }[]) {
  return {
    files: [files],
    rules: { 'no-restricted-imports': ['error', { patterns }] as ['error', object] },
  };
}

export default defineConfig({
  plugins: ['import', 'typescript', 'unicorn', 'react', 'promise'],
  categories: { correctness: 'error', suspicious: 'off' },
  ignorePatterns: ['out', 'dist', 'node_modules', 'test/fixtures'],
  rules: {
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/consistent-type-imports': 'error',
    // We do not use the React Compiler, which is all these two rules are about.
    'react/incompatible-library': 'off',
    'react/set-state-in-effect': 'off',
    'no-console': 'off',
    eqeqeq: 'error',
    'max-lines': ['error', { max: 500, skipBlankLines: false, skipComments: false }],
  },
  overrides: [
    ...Object.entries(sharedFolders).map(([folder, allowed]) =>
      folderRule(`shared/${folder}/**`, [
        parentImports,
        forbid('renderer', 'electron', 'resources', 'test'),
        only('shared', Object.keys(sharedFolders), folder, allowed),
        ...foreignPackages('shared/'),
      ]),
    ),
    folderRule('electron/**', [
      parentImports,
      forbid('renderer', 'test'),
      ...foreignPackages('electron/'),
    ]),
    ...Object.entries(rendererFolders).map(([folder, allowed]) =>
      folderRule(`renderer/${folder}/**`, [
        parentImports,
        forbid('electron', 'test'),
        only('renderer', [...Object.keys(rendererFolders), 'windows'], folder, allowed),
        ...foreignPackages(`renderer/${folder}/`),
      ]),
    ),
    ...windows.map((window) =>
      folderRule(`renderer/windows/${window}/**`, [
        parentImports,
        forbid('electron', 'test'),
        {
          regex: `^#renderer/windows/(${windows.filter((other) => other !== window).join('|')})/`,
          message: 'Windows never import each other.',
        },
        ...foreignPackages('renderer/windows/'),
      ]),
    ),
  ],
});
