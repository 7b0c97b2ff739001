export * from './words.ts'
export * from './intake.ts'
