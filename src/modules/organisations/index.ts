export {
  type Colleague,
  findUnit,
  hasBegun,
  listColleagues,
  listUnits,
  type Unit,
  unitsWithout,
} from './organisations-store.ts'
