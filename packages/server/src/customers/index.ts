export {
  findPersonByIdHash, loadPerson, openSecrets, personSummaries, type PersonRecord, type PersonSecrets, type PersonSummary,
} from './person-reads.ts'
export { insertPerson, type NewPerson } from './store-new-person.ts'
