/** A case leaves the house: the dossier as one sealed package, and its verification by whoever receives it. */
export type { Inventory, Piece, PieceKind } from './package/inventory.ts'
export { type PackageFinding, type PackageFindingCode, packageFindingText } from './package/package-findings.ts'
export { PackageUnreadable, openPackageZip, writePackageZip } from './package/package-zip.ts'
export { type Dossier, type PackageSeal, type PieceSource, sealPackage } from './package/seal-package.ts'
export { type PackageReport, type PackageTrust, verifyPackage } from './package/verify-package.ts'
