/** Bags of RFC 8493: `checkBag` judges one, `tagFilesOf` makes one of a payload. Only `bag-folder.ts` needs Node. */
export type { BagFiles, DigestAlgorithm, TakeDigests } from './bag-files.ts'
export { type BagReport, checkBag } from './check-bag.ts'
export { type BagFinding, type BagFindingCode, bagFindingText } from './findings.ts'
export type { BagInfo } from './tag-files.ts'
export { tagFilesOf } from './write-bag.ts'
