export * from './account.ts'
export * from './cases.ts'
export * from './public.ts'
export * from './sms.ts'
