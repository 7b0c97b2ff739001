export { PageTop, WhenLoaded } from '../kit/index.ts'
