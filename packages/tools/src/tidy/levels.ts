/**
 * The one literal that holds the levels of the rows and the doors between the columns (DESIGN §1, rule 3).
 * A row may import rows of lower levels; rows of one level speak through events, except where it says so here.
 */

/** Level 0, in order: each may import those before it. */
export const ground = ['kernel', 'crypto', 'files', 'db', 'events', 'jobs', 'http', 'custody', 'embedded'] as const

export const rowLevels: Readonly<Record<string, number>> = {
  identity: 1,
  customers: 1,
  documents: 1,
  notifications: 1,
  sla: 1,
  programme: 2,
  outlets: 2,
  knowledge: 2,
  visits: 3,
  claims: 3,
  'service-desk': 4,
  callbacks: 4,
  complaints: 5,
  quality: 5,
  training: 5,
  emergency: 5,
  risk: 5,
  portal: 6,
  assist: 5,
  fund: 6,
  reporting: 6,
}

/** The business rows: those that hold commands. */
export const businessRows: readonly string[] = Object.keys(rowLevels)

/** Imports between rows of one level that are wanted: row → the rows it may import. */
export const sideways: Readonly<Record<string, readonly string[]>> = {
  customers: ['identity', 'documents', 'sla'],
  documents: ['identity'],
  notifications: ['identity', 'customers'],
  sla: ['identity'],
}

/** Level 9: they put the rows together, and no row imports them. `root` are the files directly in `src`. */
export const rootRows: readonly string[] = ['root', 'api', 'app', 'demo']

/** Rows of the server that read the gathered contract (`@anpei/contract/api`): refusals are worded from it. */
export const apiReaders: readonly string[] = ['http']

/** What the screens stand on, below every row, in order; only in the web columns. */
export const webGround: readonly string[] = ['kernel', 'i18n', 'client', 'kit', 'layout']

/** Column → the columns it may import, besides itself. */
export const columnImports: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  server: ['domain', 'contract'],
  'web-staff': ['domain', 'contract'],
  'web-portal': ['domain', 'contract'],
  tools: ['domain', 'contract', 'server'],
  e2e: ['domain', 'contract', 'server', 'tools'],
}

/** The libraries of a column that has a closed list. */
export const columnLibraries: Readonly<Record<string, readonly string[]>> = {
  contract: ['zod'],
}
