export * from './alarms.ts'
