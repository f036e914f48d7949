/** A value of the address that changes fast: held here while it moves, written to the address once it rests. */
import { useEffect, useRef, useState } from "preact/hooks";

const WAIT = 250; // milliseconds

export function useHeld<T>(asked: T, write: (value: T) => void): [T, (value: T) => void] {
  const [moving, setMoving] = useState<{ value: T } | null>(null);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const move = (value: T) => {
    setMoving({ value });
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      write(value);
      setMoving(null);
    }, WAIT);
  };
  return [moving ? moving.value : asked, move];
}
