import type { documentKinds, FactKind, factSources, nameKinds, scripts } from '#contracts/registry/person.ts'

interface Provenance {
  source: (typeof factSources)[number]
  source_note: string | null
  case_id: string | null
  unit_id: string
  area: string
  protected: boolean
  recorded_at: Date
  recorded_by: string | null
  ended_at: Date | null
  ended_by: string | null
  end_reason: string | null
}

export interface RegistryTables {
  'registry.charter': { register: string; version: string; in_force_from: string; body: string }
  'registry.person': { id: string; unit_id: string; area: string; created_at: Date; created_by: string | null }
  'registry.person_name': Provenance & {
    id: string
    person_id: string
    kind: (typeof nameKinds)[number]
    script: (typeof scripts)[number]
    given: string
    family: string
    key_forward: string
    key_backward: string
  }
  'registry.identity_document': Provenance & {
    id: string
    person_id: string
    kind: (typeof documentKinds)[number]
    number_raw: string
    number_key: string
    country: string
    valid_until: string | null
  }
  'registry.person_fact': Provenance & { id: string; person_id: string; kind: FactKind; value: unknown }
  /** Of the organisation, for naming who took a fact down. */
  'organisation.officer': { id: string; name_ar: string; name_latin: string }
}
