import type { ExhibitKind } from '#contracts/exhibits/lists.ts'
import type { CaseExhibit, CaseFile, CasePhoto } from './case-bundle-input.ts'
import { type CaseNode, caseNode, externalOf, iriOf, refTo, relationOf, timeOf } from './case-node.ts'

export const itemIri = (exhibit: CaseExhibit): string => iriOf('exhibit', exhibit.id)
/** The exhibit's own record; movements after the first have theirs. */
export const recordIri = (exhibit: CaseExhibit): string => iriOf('exhibit-record', exhibit.id)
const fileIri = (id: string): string => iriOf('file', id)
const photoIri = (photo: CasePhoto): string => iriOf('photo', photo.id)

/** Devices have classes of their own; of other things UCO says no more than that they are articles. */
const classes: Readonly<Record<ExhibitKind, string>> = {
  phone: 'uco-observable:MobilePhone',
  computer: 'uco-observable:Computer',
  'storage-medium': 'uco-observable:StorageMedium',
  object: 'uco-core:Item',
  document: 'uco-core:Item',
  money: 'uco-core:Item',
  drug: 'uco-core:Item',
  weapon: 'uco-core:Item',
  vehicle: 'uco-core:Item',
  clothing: 'uco-core:Item',
  biological: 'uco-core:Item',
  other: 'uco-core:Item',
}
const isDevice = (exhibit: CaseExhibit): boolean => classes[exhibit.kind] !== 'uco-core:Item'

function itemNode(exhibit: CaseExhibit): CaseNode {
  const iri = itemIri(exhibit)
  const { quantity, pv } = exhibit
  return caseNode(iri, classes[exhibit.kind], {
    'uco-core:name': exhibit.reference,
    'uco-core:description': [
      ...(exhibit.description === null ? [] : [exhibit.description]),
      ...(exhibit.distinguishing ? [exhibit.distinguishing] : []),
      ...(quantity ? [`${quantity.amount} ${quantity.measure}`] : []),
    ],
    'uco-core:tag': exhibit.kind,
    'uco-core:objectCreatedTime': timeOf(exhibit.recordedAt),
    'uco-core:externalReference': [
      ...(exhibit.sealNumber === null ? [] : [externalOf(iri, 'seal', exhibit.sealNumber)]),
      ...(pv ? [externalOf(iri, 'seizure report (procès-verbal)', pv.reference)] : []),
      ...new Set(exhibit.serialNumbers).values().map((number) => externalOf(iri, 'serial number', number)),
    ],
    'uco-core:hasFacet': isDevice(exhibit)
      ? caseNode(iriOf('device', exhibit.id), 'uco-observable:DeviceFacet', {
          'uco-observable:deviceType': exhibit.kind,
          'uco-observable:serialNumber': exhibit.serialNumbers[0],
        })
      : null,
  })
}

function contentFacet(id: string, mediaType: string, sha256: string): CaseNode {
  return caseNode(iriOf('content', id), 'uco-observable:ContentDataFacet', {
    'uco-observable:mimeType': mediaType,
    'uco-observable:hash': caseNode(iriOf('hash', id), 'uco-types:Hash', {
      'uco-types:hashMethod': 'SHA256',
      'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
    }),
  })
}

function fileNode(file: CaseFile): CaseNode {
  return caseNode(fileIri(file.id), 'uco-observable:File', {
    'uco-core:tag': file.role,
    'uco-core:description': file.purpose,
    'uco-core:objectCreatedTime': timeOf(file.addedAt),
    'case-investigation:wasDerivedFrom': file.copyOf === null ? null : refTo(fileIri(file.copyOf)),
    'uco-core:hasFacet': [
      caseNode(iriOf('file-facet', file.id), 'uco-observable:FileFacet', {
        'uco-observable:fileName': file.name,
        'uco-observable:sizeInBytes': file.size,
      }),
      contentFacet(file.id, file.mediaType, file.sha256),
    ],
  })
}

function photoNode(photo: CasePhoto): CaseNode {
  return caseNode(photoIri(photo), ['uco-observable:File', 'uco-observable:RasterPicture'], {
    'uco-core:description': photo.caption,
    'uco-core:objectCreatedTime': timeOf(photo.takenAt),
    'uco-core:hasFacet': contentFacet(photo.id, photo.mediaType, photo.sha256),
  })
}

/** The thing itself, its record, its digital files and its photographs. */
export function exhibitNodes(exhibit: CaseExhibit): readonly CaseNode[] {
  const item = itemIri(exhibit)
  const originals = exhibit.files.filter((file) => file.role === 'original')
  return [
    itemNode(exhibit),
    caseNode(recordIri(exhibit), 'case-investigation:ProvenanceRecord', {
      'case-investigation:exhibitNumber': exhibit.reference,
      'case-investigation:rootExhibitNumber': exhibit.reference,
      'uco-core:object': [item, ...originals.map((file) => fileIri(file.id)), ...exhibit.photos.map(photoIri)].map(
        refTo,
      ),
    }),
    ...exhibit.files.map(fileNode),
    ...originals.map((file) =>
      relationOf(isDevice(exhibit) ? 'Contained_Within' : 'Related_To', fileIri(file.id), item),
    ),
    ...exhibit.photos.flatMap((photo) => [photoNode(photo), relationOf('Characterizes', photoIri(photo), item)]),
  ]
}
