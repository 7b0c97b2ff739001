export * from './words.ts'
export * from './routes-request.ts'
