export { expectRefusal, openWorld, type Caller, type World } from './world.ts'
export { testPeople } from './test-people.ts'
