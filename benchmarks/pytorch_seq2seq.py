#!/usr/bin/env python3
"""Contexture's models in PyTorch, to compare speed with: written for whole sequences, as someone would who cares about it.

bench   trains on synthetic batches, one JSON line a model, as `contexture bench` does
decode  decodes greedily with fresh parameters, as `contexture bench --decode` does
sweep   trains, validates and tests a grid of models on parallel text files PREFIX.source and PREFIX.target

Needs PyTorch alone. Speeds depend on the BLAS behind it; on Debian: apt-get install python3-torch libopenblas0-pthread
"""
import argparse
import copy
import itertools
import json
import multiprocessing
import os
import random
import statistics
import sys
import time


def pin_threads():
    """Before torch is imported: an OpenBLAS with its own threads reads the environment once and never asks torch."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--threads", type=int, default=1)
    threads = str(parser.parse_known_args()[0].threads)
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = threads


pin_threads()
try:
    import torch
    from torch import nn
    from torch.nn import functional
    from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence
except ImportError as error:
    print(f"pytorch_seq2seq.py: {error}; try apt-get install python3-torch libopenblas0-pthread", file=sys.stderr)
    sys.exit(2)

PAD, BOS, EOS, UNK = range(4)
FIRST_WORD = 4
LAYERS = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}
CONTEXTS = ("last", "mean")
POOL = 50  # batches that are sorted by length together
LEARNING_RATE = 1e-3
CLIP = 1.0
SEED = 1


# The model


class Seq2Seq(nn.Module):
    """An encoder, a constant context c, and a decoder that is given c at its start, at every step and at its output."""

    def __init__(self, cell, context, source_words, target_words, embedding, hidden):
        super().__init__()
        self.context = context
        self.has_memory = cell == "lstm"
        self.source_embedding = nn.Embedding(source_words, embedding)
        self.target_embedding = nn.Embedding(target_words, embedding)
        self.encoder = LAYERS[cell](embedding, hidden)
        self.bridge = nn.Linear(hidden, hidden)
        self.decoder = LAYERS[cell](embedding + hidden, hidden)
        self.output = nn.Linear(hidden + embedding + hidden, target_words)

    def summary(self, source, lengths):
        """c [B, H] of padded sentences [T, B], the longest first."""
        states, final = self.encoder(pack_padded_sequence(self.source_embedding(source), lengths))
        if self.context == "last":
            return (final[0] if self.has_memory else final)[0]
        padded, _ = pad_packed_sequence(states)  # zero behind a sentence's end
        return padded.sum(0) / lengths.unsqueeze(1)

    def first_state(self, context):
        state = torch.tanh(self.bridge(context)).unsqueeze(0)
        return (state, torch.zeros_like(state)) if self.has_memory else state

    def write(self, tokens, context, state):
        """Logits [T, B, V] after each of the tokens [T, B], and the state behind the last one."""
        embedded = self.target_embedding(tokens)
        repeated = context.expand(len(tokens), -1, -1)
        states, state = self.decoder(torch.cat((embedded, repeated), 2), state)
        return self.output(torch.cat((states, embedded, repeated), 2)), state

    def loss(self, batch):
        """Summed cross-entropy; padding has none."""
        context = self.summary(batch.source, batch.lengths)
        logits, _ = self.write(batch.inputs, context, self.first_state(context))
        return functional.cross_entropy(
            logits.flatten(0, 1), batch.outputs.flatten(), ignore_index=PAD, reduction="sum"
        )

    @torch.inference_mode()
    def greedy(self, source, lengths, limit, endless=False):
        """The most probable token at each step, [at most limit, B]; endless never writes </s>."""
        context = self.summary(source, lengths)
        state = self.first_state(context)
        tokens = torch.full((1, source.shape[1]), BOS)
        ended = torch.zeros_like(tokens, dtype=torch.bool)
        written = []
        for _ in range(limit):
            logits, state = self.write(tokens, context, state)
            logits[:, :, : EOS + endless] = float("-inf")  # <pad> and <s> are no words
            tokens = logits.argmax(2)
            written.append(tokens)
            if not endless:
                ended |= tokens == EOS
                if ended.all():
                    break
        return torch.cat(written)


# Batches


class Batch:
    """Sentences beside each other, the longest source first, which is how packing wants them."""

    def __init__(self, pairs, order):
        self.order = sorted(order, key=lambda k: -len(pairs[k][0]))
        sources = [pairs[k][0] for k in self.order]
        targets = [pairs[k][1] for k in self.order]
        bos, eos = torch.tensor([BOS]), torch.tensor([EOS])
        self.source = pad_sequence(sources, padding_value=PAD)
        self.lengths = torch.tensor([len(s) for s in sources])
        self.inputs = pad_sequence([torch.cat((bos, t)) for t in targets], padding_value=PAD)
        self.outputs = pad_sequence([torch.cat((t, eos)) for t in targets], padding_value=PAD)
        self.target_tokens = sum(len(t) + 1 for t in targets)


def cut(pairs, order, size):
    return [Batch(pairs, order[k : k + size]) for k in range(0, len(order), size)]


def shuffled_batches(pairs, size, rng):
    """Similar lengths in a batch, batches in random order."""
    order = rng.sample(range(len(pairs)), len(pairs))
    batches = []
    for k in range(0, len(order), size * POOL):
        pool = sorted(order[k : k + size * POOL], key=lambda j: (len(pairs[j][1]), len(pairs[j][0])))
        of_pool = cut(pairs, pool, size)
        rng.shuffle(of_pool)
        batches += of_pool
    return batches


def batches_by_source(pairs, size):
    return cut(pairs, sorted(range(len(pairs)), key=lambda k: len(pairs[k][0])), size)


def synthetic_pairs(options, count, rng):
    """Lengths uniform, tokens as frequent as words: p(k) ~ 1 / (k + 2.7)^1.25."""
    words = range(FIRST_WORD, options.vocabulary)
    cumulative = list(itertools.accumulate((k + 2.7) ** -1.25 for k in range(len(words))))

    def sentence():
        length = rng.randint(options.min_length, options.max_length)
        return torch.tensor(rng.choices(words, cum_weights=cumulative, k=length))

    return [(sentence(), sentence()) for _ in range(count)]


# Measuring


def step(model, optimizer, batch):
    optimizer.zero_grad(set_to_none=True)
    (model.loss(batch) / batch.target_tokens).backward()
    nn.utils.clip_grad_norm_(model.parameters(), CLIP)
    optimizer.step()


def steps_for(seconds, model, optimizer, batches):
    """Target tokens a second of at least 8 and at most 300 steps."""
    rates = []
    begin = time.perf_counter()
    while len(rates) < 8 or (len(rates) < 300 and time.perf_counter() - begin < seconds):
        batch = batches[len(rates) % len(batches)]
        start = time.perf_counter()
        step(model, optimizer, batch)
        rates.append(batch.target_tokens / (time.perf_counter() - start))
    return rates


def grid(options):
    return itertools.product(options.cells, options.contexts, options.hiddens)


def fresh(options, cell, context, hidden):
    torch.manual_seed(SEED)
    width = options.embedding or hidden
    return Seq2Seq(cell, context, options.vocabulary, options.vocabulary, width, hidden)


def say(**line):
    print(json.dumps(line), flush=True)


def tell_blas(threads):
    """A PyTorch without a fast BLAS shows here."""
    a = torch.rand(1024, 1024)
    a @ a
    start = time.perf_counter()
    for _ in range(5):
        a @ a
    rate = 5 * 2 * 1024**3 / (time.perf_counter() - start)
    print(f"torch {torch.__version__}, {threads} thread(s), sgemm {rate / 1e9:.0f} GFLOP/s", file=sys.stderr, flush=True)


def bench(options):
    tell_blas(options.threads)
    rng = random.Random(SEED)
    pairs = synthetic_pairs(options, options.batch * POOL, rng)
    batches = shuffled_batches(pairs, options.batch, rng)
    for cell, context, hidden in grid(options):
        model = fresh(options, cell, context, hidden)
        optimizer = torch.optim.Adam(model.parameters(), LEARNING_RATE)
        steps_for(options.seconds, model, optimizer, batches)  # warm-up
        rates = steps_for(options.seconds, model, optimizer, batches)
        say(
            cell=cell,
            context=context,
            hidden=hidden,
            tokens_per_second=statistics.median(rates),
            steps=len(rates),
            threads=options.threads,
        )


def decode(options):
    tell_blas(options.threads)
    sentences, steps, passes = 1000, 20, 3
    batches = batches_by_source(synthetic_pairs(options, sentences, random.Random(SEED)), options.batch)
    for cell, context, hidden in grid(options):
        model = fresh(options, cell, context, hidden)
        rates = []
        for _ in range(1 + passes):
            start = time.perf_counter()
            for batch in batches:
                model.greedy(batch.source, batch.lengths, steps, endless=True)
            rates.append(sentences / (time.perf_counter() - start))
        say(
            cell=cell,
            context=context,
            hidden=hidden,
            sentences_per_second=statistics.median(rates[1:]),  # the first one warms up
            threads=options.threads,
        )


# A sweep over text


def read(prefix):
    sides = []
    for side in ("source", "target"):
        with open(f"{prefix}.{side}", encoding="utf-8") as file:
            sides.append([line.split() for line in file])
    if len(sides[0]) != len(sides[1]):
        sys.exit(f"{prefix}: {len(sides[0])} source and {len(sides[1])} target lines")
    return list(zip(*sides))


def vocabulary(sentences):
    words = dict.fromkeys(word for sentence in sentences for word in sentence)
    return {word: FIRST_WORD + k for k, word in enumerate(words)}


class Corpus:
    """Text as numbers of words, once for all trials."""

    def __init__(self, options):
        train = read(options.train)
        self.words = [vocabulary(side) for side in zip(*train)]
        self.train = self.numbers(train)
        self.valid = self.numbers(read(options.valid)) if options.valid else []
        self.test = self.numbers(read(options.test))

    def numbers(self, pairs):
        return [
            tuple(torch.tensor([words.get(word, UNK) for word in side]) for words, side in zip(self.words, pair))
            for pair in pairs
        ]


@torch.inference_mode()
def mean_loss(model, batches):
    return sum(model.loss(batch).item() for batch in batches) / sum(batch.target_tokens for batch in batches)


def train(model, corpus, options, rng):
    """Leaves the parameters of the epoch with the smallest validation loss, or the last one without validation."""
    optimizer = torch.optim.Adam(model.parameters(), LEARNING_RATE)
    valid = batches_by_source(corpus.valid, options.batch)
    best, smallest = None, float("inf")
    for _ in range(options.epochs):
        for batch in shuffled_batches(corpus.train, options.batch, rng):
            step(model, optimizer, batch)
        loss = mean_loss(model, valid) if valid else None
        if valid and loss < smallest:
            best, smallest = copy.deepcopy(model.state_dict()), loss
    if best:
        model.load_state_dict(best)


def exact_matches(model, pairs, batches, limit):
    matches = 0
    for batch in batches:
        written = model.greedy(batch.source, batch.lengths, limit + 1).T.tolist()  # one more for </s>
        for k, tokens in zip(batch.order, written):
            wanted = pairs[k][1].tolist()
            matches += UNK not in wanted and tokens[: len(wanted) + 1] == wanted + [EOS]
    return matches


def trial(corpus, options, point):
    cell, context, hidden, seed = point
    start = time.perf_counter()
    torch.manual_seed(seed)
    sizes = [FIRST_WORD + len(words) for words in corpus.words]
    model = Seq2Seq(cell, context, *sizes, options.embedding or hidden, hidden)
    train(model, corpus, options, random.Random(seed))
    batches = batches_by_source(corpus.test, options.batch)
    return {
        "cell": cell,
        "context": context,
        "hidden": hidden,
        "seed": seed,
        "test_loss": mean_loss(model, batches),
        "exact_match": exact_matches(model, corpus.test, batches, options.limit) / len(corpus.test),
        "seconds": time.perf_counter() - start,
    }


worker = {}  # what a forked worker inherits instead of being sent it with every trial


def trial_in_worker(point):
    return trial(worker["corpus"], worker["options"], point)


def sweep(options):
    start = time.perf_counter()
    worker.update(corpus=Corpus(options), options=options)
    points = [(*point, seed) for point in grid(options) for seed in options.seeds]
    points.sort(key=lambda point: -point[2])  # wide models first, so that no long trial is left for one worker alone
    with multiprocessing.get_context("fork").Pool(options.workers) as pool:
        for line in pool.imap_unordered(trial_in_worker, points):
            say(**line)
    say(sweep_seconds=time.perf_counter() - start)


# The command line


def listed(kind, allowed=None):
    def parse(text):
        values = [kind(value) for value in text.split(",")]
        if allowed and not set(values) <= set(allowed):
            raise argparse.ArgumentTypeError(f"{text}; expected {', '.join(allowed)}")
        return values

    return parse


def number(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text}; expected at least 1")
    return value


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, run in (("bench", bench), ("decode", decode), ("sweep", sweep)):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument("--cells", type=listed(str, LAYERS), default=list(LAYERS))
        command.add_argument("--contexts", type=listed(str, CONTEXTS), default=list(CONTEXTS))
        command.add_argument("--hiddens", type=listed(number), default=[64, 256])
        command.add_argument("--embedding", type=number, help="default: that of the states")
        command.add_argument("--batch", type=number, default=64)
        command.add_argument("--threads", type=number, default=1, help="of BLAS and PyTorch, in each process")
        if name == "sweep":
            sweep_arguments(command)
        else:
            command.add_argument("--vocabulary", type=number, default=8000)
            command.add_argument("--min-length", type=number, default=5)
            command.add_argument("--max-length", type=number, default=20)
            command.add_argument("--seconds", type=float, default=6, help="measured a model, after as long a warm-up")
    return parser.parse_args()


def sweep_arguments(command):
    command.add_argument("--train", required=True, metavar="PREFIX")
    command.add_argument("--valid", metavar="PREFIX", help="default: no validation, the last epoch is tested")
    command.add_argument("--test", required=True, metavar="PREFIX")
    command.add_argument("--seeds", type=listed(int), default=[1])
    command.add_argument("--epochs", type=number, default=10)
    command.add_argument("--limit", type=number, default=60, help="most tokens of a decoded sentence")
    command.add_argument("--workers", type=number, default=os.cpu_count(), help="processes side by side")


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    options.run(options)


if __name__ == "__main__":
    main()
