import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/**
 * Describes a route's schemas for OpenAPI. The provider names a recursive schema in a reference and writes no component
 * for it; the only ones we have are Zod's `json()`, so that such a reference says "any JSON".
 */
export const describeRoute: typeof jsonSchemaTransform = (route) => {
  const { schema, url } = jsonSchemaTransform(route)
  if (!schema) return { schema, url }
  const text = JSON.stringify(schema)
  return {
    schema: JSON.parse(text, (_key, value: unknown) => (dangles(value) ? { description: 'Any JSON' } : value)),
    url,
  }
}

function dangles(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$ref' in value &&
    typeof value.$ref === 'string' &&
    /^#\/components\/schemas\/schema\d+$/.test(value.$ref)
  )
}
