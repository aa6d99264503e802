export { hasBegun, unitsWithout } from './begun-store.ts'
export { type Colleague, findUnit, listColleagues, listUnits, type Unit } from './organisations-store.ts'
