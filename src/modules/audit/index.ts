export { type Act, acts } from './acts.ts'
export { audited, auditedUnsigned, openly, type UnsignedWork, unlogged, type Work } from './audited.ts'
export {
  type ChainEnd,
  type Head,
  type HeadKey,
  hashOfHead,
  isSigned,
  leafOf,
  readHeadKey,
  rootOf,
  rootOfHead,
  rootOfLeaves,
} from './head.ts'
export { auditRoutes } from './heads/heads.routes.ts'
export { dailyLimits } from './limits.ts'
export { mayBegin } from './limits-store.ts'
export {
  type Dropped,
  digestOf,
  digestOfDrop,
  digestOfFunctions,
  digestOfProtocol,
  digestOfRule,
  digestOfSetting,
  hashOfLink,
  type LoggedRow,
  type RetentionProtocol,
} from './link.ts'
export { sealAudit, signHead } from './sealer-store.ts'
