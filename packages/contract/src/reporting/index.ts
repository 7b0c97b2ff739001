export * from './routes.ts'
export * from './duties.ts'
