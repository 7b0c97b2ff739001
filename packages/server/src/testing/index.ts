export { expectRefusal, openWorld, type Caller, type World } from './world.ts'
