/** A BagIt profile as a value: what one party asks of the bags that another makes. */
import type { Place } from '../../system/types.js';
import type { BagProfileFault } from '../../../messages/faults.js';

export type { BagProfileFault };

/** What is asked of one label of `bag-info.txt`. */
export interface TagRule {
  readonly label: string;
  readonly required: boolean;
  readonly recommended: boolean;
  readonly repeatable: boolean;
  /** Empty: any will do. */
  readonly values: readonly string[];
}

/** `allowed`: names or patterns; `undefined` when nothing is forbidden. */
export interface Names {
  readonly required: readonly string[];
  readonly allowed: readonly string[] | undefined;
}

/** @see BagIt Profiles Specification 1.4.0; earlier versions ask for less. */
export interface BagProfile {
  /** `BagIt-Profile-Identifier`, which a bag must name in its `bag-info.txt`. */
  readonly identifier: string;
  /** What it is for, in the words of its author. */
  readonly description: string;
  /** Of the profile itself. */
  readonly version: string;
  readonly bagInfo: readonly TagRule[];
  readonly manifests: Names;
  readonly tagManifests: Names;
  readonly tagFiles: Names;
  readonly payloadFiles: Names;
  readonly fetch: 'allowed' | 'forbidden' | 'required';
  readonly dataEmpty: boolean;
  readonly serialization: 'forbidden' | 'required' | 'optional';
  /** MIME types; `undefined` when any will do. */
  readonly formats: readonly string[] | undefined;
  /** Of BagIt. */
  readonly bagVersions: readonly string[];
  /** Keys that the specification does not have: what they ask for cannot be judged. */
  readonly unknown: readonly UnknownKey[];
}

export interface UnknownKey {
  readonly key: string;
  /** A key that it has, and that may be meant. */
  readonly nearest: string | undefined;
}

export type ProfileProblem = BagProfileFault & { readonly at: Place };
