export * from './words.ts'
export * from './scripts.ts'
export * from './views.ts'
export * from './routes.ts'
