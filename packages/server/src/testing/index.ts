export { expectRefusal, openWorld, type Caller, type World } from './world.ts'
export { testPeople } from './test-people.ts'
export { lived } from './lived.ts'
export { arrange, emptyRoster, handedIn, mandated, opened, report, staffId, told, type Told } from './cases.ts'
