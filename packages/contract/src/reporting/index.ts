export * from './routes.ts'
export * from './duties.ts'
export * from './ledger.ts'
export * from './timing-reports.ts'
