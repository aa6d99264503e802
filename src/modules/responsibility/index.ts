export { placeByLadder, stagesFor } from './ladder.ts'
export {
  addEvent,
  assign,
  closeMatter,
  endPending,
  findResponsible,
  openMatter,
  type Responsible,
} from './responsibility-store.ts'
