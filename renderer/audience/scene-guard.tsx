import { Component, type ReactNode } from 'react';
import { PaintedHills } from './painted-hills.js';

interface Props { readonly place: string; readonly children: ReactNode }
interface State { readonly failed: boolean; readonly place: string }

/** Stands between the room and a scene that cannot be drawn: hills instead of it, and another try as soon as the show has moved on. */
export class SceneGuard extends Component<Props, State> {
  override state: State = { failed: false, place: this.props.place };

  static getDerivedStateFromProps({ place }: Props, state: State): State | null {
    return state.place === place ? null : { failed: false, place };
  }

  static getDerivedStateFromError(): Partial<State> { return { failed: true }; }

  override render() {
    return this.state.failed ? <div className="waiting"><PaintedHills /></div> : this.props.children;
  }
}
