import { defineErrors } from '#platform/errors/app-error.ts'

export const noticesErrors = defineErrors({})
