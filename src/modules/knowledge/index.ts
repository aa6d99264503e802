export {
  areaNames,
  lastQuestion,
  type Question,
  type QuestionVoice,
  questionText,
  type WheelArea,
  wheelAreas,
  wheelText,
} from './areas.ts'
export type { Content } from './content.ts'
export {
  groundsFor,
  type LegalGround,
  type LegalGroundCode,
  legalGrounds,
  type SecrecyKind,
  secrecyKinds,
} from './legal-grounds.ts'
export { lix } from './lix.ts'
export { type MunicipalityCode, municipalities } from './municipalities.ts'
