export { filterOf } from './filter-url.ts'
