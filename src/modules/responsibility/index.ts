export { placeByLadder, stagesFor } from './ladder.ts'
export { mayDecide, mayWork } from './responsibility-policy.ts'
export {
  addEvent,
  assign,
  closeMatter,
  endPending,
  findResponsible,
  openMatter,
  type Responsible,
} from './responsibility-store.ts'
