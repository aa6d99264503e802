export { type Colleague, findUnit, listColleagues, listUnits, type Unit } from './organisations-store.ts'
