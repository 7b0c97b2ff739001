/** What tests of the server share: a world of its own for every file, people, cases, and how refusals are expected. */
export { expectRefusal, openWorld, type Caller, type World } from './world.ts'
export { testPeople } from './test-people.ts'
export { demandCertificates, fallAsleep } from './fall-asleep.ts'
export { lived } from './lived.ts'
export { arrange, emptyRoster, handedIn, mandated, opened, report, staffId, told, type Told } from './cases.ts'
export { changes } from './changes.ts'
