export * from './persons.ts'
export * from './changes.ts'
export * from './payees.ts'
export * from './proxies.ts'
