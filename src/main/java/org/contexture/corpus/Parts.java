package org.contexture.corpus;

import java.util.List;

/** Pairs to train on and pairs held out from them. */
record Parts(List<SentencePair> train, List<SentencePair> heldOut) {}
