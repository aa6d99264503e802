export { endGrant, findPartyUnits } from './grant-store.ts'
export { type LetIn, letIn } from './let-in/let-in.ts'
export { shareItem } from './open-statements/share-item.ts'
export {
  familyGround,
  type PartyContact,
  type PartyUnit,
  partFor,
  type Recipient,
  type Share,
  type ShareFault,
  type SharingTest,
} from './sharing.ts'
