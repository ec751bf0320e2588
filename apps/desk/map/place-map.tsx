import { useComputedColorScheme } from '@mantine/core'
import { type GeoJSONSource, Map as MapView, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import type { BaseMap } from '#contracts/casework/map.ts'
import page from '../design/page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import { baseStyle } from './base-style.ts'
import classes from './map.module.css'
import { type MapPoint, pointFeatures, rounded } from './point.ts'

setWorkerUrl(workerUrl)

export interface PlaceMapProps {
  readonly map: BaseMap
  readonly point: MapPoint | null
  /** Where it opens while there is no point. */
  readonly near: readonly [number, number] | undefined
  /** Chosen by click, or by the arrow keys and Enter; the map only shows where this is left out. */
  readonly onChoose?: ((place: { readonly latitude: number; readonly longitude: number }) => void) | undefined
}

/** The offline map with the point of the file. Loaded apart: a desk that shows no map does not carry it. */
export function PlaceMap({ map, point, near, onChoose }: PlaceMapProps) {
  const { t, locale } = useLanguage()
  const scheme = useComputedColorScheme('light')
  const frame = useRef<HTMLDivElement>(null)
  const view = useRef<MapView>(undefined)
  const [drawable] = useState(canDraw)
  const choose = useRef(onChoose)
  const shown = useRef(point)
  useEffect(() => {
    choose.current = onChoose
    shown.current = point
    showPoint(view.current, point)
  })
  const choosing = onChoose !== undefined
  const [west, south, east, north] = map.extent
  // The point is where it opens; that it moves afterwards must not make the map anew.
  const start = useRef(point ? ([point.longitude, point.latitude] as const) : near)
  useEffect(() => {
    const container = frame.current
    if (!container) return undefined
    const opened = new MapView({
      container,
      style: baseStyle(map, locale, scheme),
      ...(start.current
        ? { center: [start.current[0], start.current[1]], zoom: 9 }
        : { bounds: [west, south, east, north] }),
      maxBounds: [west, south, east, north],
      maxZoom: 15,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      fadeDuration: 0,
      locale: {
        'Map.Title': t('map.title'),
        'NavigationControl.ZoomIn': t('map.zoomIn'),
        'NavigationControl.ZoomOut': t('map.zoomOut'),
      },
    })
    view.current = opened
    opened.keyboard.disableRotation()
    opened.addControl(
      new NavigationControl({ showCompass: false }),
      document.documentElement.dir === 'rtl' ? 'top-left' : 'top-right',
    )
    opened.on('load', () => showPoint(opened, shown.current))
    opened.on('click', ({ lngLat }) => put(lngLat))
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      put(opened.getCenter())
    }
    const canvas = opened.getCanvas()
    canvas.addEventListener('keydown', onKey)
    return () => {
      canvas.removeEventListener('keydown', onKey)
      view.current = undefined
      start.current = [opened.getCenter().lng, opened.getCenter().lat]
      opened.remove()
    }
    function put({ lat, lng }: { readonly lat: number; readonly lng: number }): void {
      choose.current?.({ latitude: rounded(lat), longitude: rounded(lng) })
    }
  }, [map, locale, scheme, t, west, south, east, north])
  if (!drawable) return <p className={page['quiet']}>{t('map.undrawn')}</p>
  return <div ref={frame} className={classes['map']} data-choosing={choosing || undefined} dir="ltr" />
}

// A machine without WebGL still takes the numbers as they are typed.
function canDraw(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

function showPoint(view: MapView | undefined, point: MapPoint | null): void {
  const source = view?.getSource<GeoJSONSource>('point')
  void source?.setData(pointFeatures(point))
}
