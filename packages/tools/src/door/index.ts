/** The way in for command-line doors. */
export { openDoor, type Door } from './open-door.ts'
