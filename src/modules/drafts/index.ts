export { type Draft, isFormAddress, writtenTexts } from './draft.ts'
export {
  findDraft,
  findLapsedKey,
  forgetDraft,
  forgetExpiredDrafts,
  keepDraft,
  keepLapsedDraft,
  sealDraft,
} from './draft-store.ts'
