/** The ten rules about the code, as tests, and the reading of the repository that they and the documents stand on. */
export { isRecord } from './catalogues.ts'
export { houseOf, noCatalogues, type House } from './house.ts'
export { businessRows, ground, rowLevels } from './levels.ts'
export { generated, table } from './markdown.ts'
export { readHouse, repositoryRoot } from './read-house.ts'
export { levels } from './rule-03-levels.ts'
export { traceabilityDocument } from './traceability.ts'
