export * from './alarms.ts'
export * from './calendars.ts'
