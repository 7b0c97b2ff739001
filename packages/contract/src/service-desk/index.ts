export * from './words.ts'
export * from './requests.ts'
export * from './work.ts'
