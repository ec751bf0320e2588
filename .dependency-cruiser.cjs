// The borders of the house. `borders.test.ts` plants a violation of each rule and expects it to be found.
const module_ = '^modules/([^/]+)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'platform-stands-alone',
      comment: 'platform/ is the lowest floor: it imports no module, contract, application or country',
      severity: 'error',
      from: { path: '^platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(apps|modules|contracts|country)/' },
    },
    {
      name: 'contracts-are-shapes-only',
      comment: 'contracts/ holds schemas and names; it may use the platform’s schemas and nothing else of ours',
      severity: 'error',
      from: { path: '^contracts/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(apps|modules|country)/' },
    },
    {
      name: 'modules-know-no-country',
      comment: 'a country is handed to the modules by the composition root',
      severity: 'error',
      from: { path: '^modules/', pathNot: '\\.test\\.ts$' },
      to: { path: '^country/' },
    },
    {
      name: 'modules-know-no-application',
      severity: 'error',
      from: { path: '^modules/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/' },
    },
    {
      name: 'modules-enter-by-the-door',
      comment: 'of another module only index.ts may be imported',
      severity: 'error',
      from: { path: module_, pathNot: '\\.test\\.ts$' },
      to: { path: '^modules/', pathNot: ['^modules/$1/', '^modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'countries-know-schemas-only',
      comment:
        'country data may use the schemas of a module’s domain, through its files in domain/, and nothing that does I/O',
      severity: 'error',
      from: { path: '^country/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(apps|modules)/', pathNot: '^modules/[^/]+/(domain/|index\\.ts$)' },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: '^modules/[^/]+/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|dgram|tls)(/|$)|node_modules/(pg|kysely|fastify|graphile-worker)/',
      },
    },
    {
      name: 'desk-speaks-by-contract',
      comment: 'the desk runs in a browser: of the server it knows the contracts and the languages',
      severity: 'error',
      from: { path: '^apps/(desk|portal)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(modules|country|apps/server)/|^platform/(?!i18n/)' },
    },
    {
      name: 'no-circles',
      comment: 'types may refer to each other; what runs may not',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|coverage|\\.daira)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
