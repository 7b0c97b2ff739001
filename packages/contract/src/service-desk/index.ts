export * from './words.ts'
export * from './channels.ts'
export * from './requests.ts'
export * from './work.ts'
