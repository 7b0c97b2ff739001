export * from './alarms.ts'
export * from './calendars.ts'
export * from './definitions.ts'
export * from './faults.ts'
