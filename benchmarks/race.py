#!/usr/bin/env python3
"""Races Contexture against PyTorch: both in turn, several rounds, medians in a Markdown table.

race.py --cells lstm --hiddens 64,128     training on synthetic batches
race.py --decode --hiddens 64             greedy decoding
race.py --sweep experiment.yaml -- --train PREFIX --test PREFIX --epochs 10 ...   a whole experiment, start to end
race.py --sweep experiment.yaml --in-process -- ...   the same with all workers of ours in one process

Options that are not listed below go to both programs, with --sweep to PyTorch alone: there the experiment file says what
Contexture does, and both must be told the same. A ratio above 1 says that Contexture is faster.
"""
import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LAUNCHER = os.path.join(os.path.dirname(HERE), "contexture")
BLAS_VARIABLES = ("OPENBLAS_", "OMP_", "GOTO_", "MKL_", "BLIS_")
TORCH_HINT = "PyTorch is missing: apt-get install python3-torch libopenblas0-pthread (or name one with --python)"


class Failure(Exception):
    """One of the two programs failed; carries the exit status of this one."""

    def __init__(self, message, status=1):
        super().__init__(message)
        self.status = status


def tell(message):
    print(message, file=sys.stderr, flush=True)


# One run


def run(name, command, environment):
    """Runs a program to its end: its JSON lines, wall seconds, peak memory and BLAS kernel."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, env=environment)
        # Not getrusage: RUSAGE_CHILDREN is the maximum over all children so far, of both programs.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        output, errors = out.read(), err.read()
    if process.returncode != 0:
        raise failure(name, process.returncode, output, errors)
    return {
        "seconds": seconds,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_memory_mib": usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
        "blas_kernel": kernel(errors + output),
        "lines": json_lines(output),
    }


def failure(name, status, output, errors):
    if "No module named 'torch'" in errors:
        return Failure(TORCH_HINT, 2)
    last = [line for line in (errors.strip() or output.strip()).splitlines() if not line.startswith("Core: ")][-10:]
    return Failure("\n".join([f"{name} failed with status {status}:"] + last))


def kernel(text):
    """What OpenBLAS says of itself with OPENBLAS_VERBOSE=2; None of another BLAS."""
    names = [line[len("Core: ") :].strip() for line in text.splitlines() if line.startswith("Core: ")]
    return names[0] if names else None


def json_lines(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


# The rounds


def environment(threads):
    pinned = {"OPENBLAS_NUM_THREADS": str(threads), "OMP_NUM_THREADS": str(threads), "OPENBLAS_VERBOSE": "2"}
    return {**os.environ, **pinned}


def commands(options, passed, results):
    """What to start, ours and the peer's."""
    ours, peer = [LAUNCHER], [options.python, options.peer]
    if options.sweep:
        workers = ["--workers", str(options.workers)]
        ours += ["run", options.sweep, "--results", results, *workers, *(["--in-process"] if options.in_process else [])]
        peer += ["sweep", *workers, "--threads", str(options.threads), *passed]
    else:
        ours += ["bench", *(["--decode"] if options.decode else []), "--threads", str(options.threads), *passed]
        peer += ["decode" if options.decode else "bench", "--threads", str(options.threads), *passed]
    return {"ours": ours, "peer": peer}


def race(options, passed, folder):
    """All runs of both, in turn."""
    pinned = environment(options.threads)
    run("contexture", [LAUNCHER, "--version"], pinned)  # builds it if it has to be, outside the measured time
    run(options.peer, [options.python, options.peer, "--help"], pinned)  # says soon whether torch is missing
    runs = {"ours": [], "peer": []}
    for number in range(1, options.rounds + 1):
        results = os.path.join(folder, f"round-{number}")  # what is finished in a folder is not trained again
        for name, command in commands(options, passed, results).items():
            runs[name].append(run("contexture" if name == "ours" else options.peer, command, pinned))
        tell(f"round {number} of {options.rounds}: " + ", ".join(f"{n} {r[-1]['seconds']:.1f} s" for n, r in runs.items()))
    return runs


# The table


def points(runs, options):
    """For each model the medians over the rounds."""
    rate = "sentences_per_second" if options.decode else "tokens_per_second"
    ours, peer = by_model(runs["ours"], rate), by_model(runs["peer"], rate)
    if not ours or ours.keys() != peer.keys():
        raise Failure(f"they measured different models: {list(ours)} and {list(peer)}")
    bounds, products = by_model(runs["ours"], "bound_share"), by_model(runs["ours"], "product_share")
    return [
        {
            "cell": model[0],
            "context": model[1],
            "hidden": model[2],
            "ours": ours[model],
            "peer": peer[model],
            "ratio": ours[model] / peer[model],
            "bound_share": bounds[model],
            "product_share": products[model],
        }
        for model in ours
    ]


def by_model(runs, key):
    values = {}
    for line in (line for each in runs for line in each["lines"]):
        values.setdefault((line["cell"], line["context"], line["hidden"]), []).append(line.get(key))
    return {model: None if None in found else statistics.median(found) for model, found in values.items()}


def sweep_point(runs):
    seconds = medians(runs, "seconds")
    return {**seconds, "ratio": seconds["peer"] / seconds["ours"]}


def medians(runs, key):
    return {name: statistics.median(each[key] for each in of) for name, of in runs.items()}


def print_table(rows, unit):
    columns = [key for key in rows[0] if any(row[key] is not None for row in rows)]
    heads = [f"{key} ({unit})" if key in ("ours", "peer") else key for key in columns]
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(columns))
    for row in rows:
        print("| " + " | ".join(shown(row[key]) for key in columns) + " |")


def shown(value):
    if isinstance(value, float):
        return f"{value:.2f}" if value < 100 else f"{value:.0f}"
    return str(value)


def print_environment(runs, options):
    seen = {key: value for key, value in sorted(environment(options.threads).items()) if key.startswith(BLAS_VARIABLES)}
    print("BLAS environment of both: " + " ".join(f"{key}={value}" for key, value in seen.items()))
    kernels = {name: each[0]["blas_kernel"] or "unknown" for name, each in runs.items()}
    print(f"BLAS kernel: ours {kernels['ours']}, peer {kernels['peer']}; {platform.machine()}, {os.cpu_count()} cores")
    print()


def print_summary(runs, rows):
    peaks = {name: max(each["peak_memory_mib"] for each in of) for name, of in runs.items()}
    ratios = [row["ratio"] for row in rows]
    print()
    print(f"peak resident memory: ours {peaks['ours']:.0f} MiB, peer {peaks['peer']:.0f} MiB (of the largest process)")
    cpu = medians(runs, "cpu_seconds")  # of all processes of a run, median over the rounds
    print(f"processor time of a round: ours {cpu['ours']:.1f} s, peer {cpu['peer']:.1f} s")
    mean = math.exp(statistics.fmean(map(math.log, ratios)))
    print(f"rounds: {len(runs['ours'])}; smallest ratio {min(ratios):.2f}, geometric mean {mean:.2f}")


def report(runs, options):
    rows = [sweep_point(runs)] if options.sweep else points(runs, options)
    unit = "s" if options.sweep else "sentences/s" if options.decode else "tokens/s"
    print_environment(runs, options)
    print_table(rows, unit)
    print_summary(runs, rows)
    return rows


# The command line


def at_least_one(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text}; expected at least 1")
    return value


def arguments():
    debian = "/usr/bin/python3"  # the one that apt-get gives torch to, whichever comes first on the PATH
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--rounds", type=at_least_one, default=5)
    parser.add_argument("--threads", type=at_least_one, default=1, help="threads of both, their BLAS included")
    parser.add_argument("--decode", action="store_true", help="race greedy decoding instead of training")
    parser.add_argument("--sweep", metavar="EXPERIMENT.yaml", help="race a whole experiment, JVM start-up included")
    parser.add_argument("--workers", type=at_least_one, default=os.cpu_count(), help="trials side by side, with --sweep")
    parser.add_argument("--in-process", action="store_true", help="no process of its own for each of our workers, with --sweep")
    parser.add_argument("--results", metavar="DIR", help="where --sweep lets Contexture write; default: a temporary folder")
    parser.add_argument("--peer", metavar="SCRIPT", default=os.path.join(HERE, "pytorch_seq2seq.py"))
    parser.add_argument("--python", default=debian if os.path.exists(debian) else "python3")
    parser.add_argument("--json", metavar="FILE", help="where to write the raw figures of every round")
    own = sys.argv[1:]
    after = own.index("--") if "--" in own else len(own)
    options, unknown = parser.parse_known_args(own[:after])
    if options.sweep and options.decode:
        parser.error("--decode and --sweep are two races")
    return options, unknown + own[after + 1 :]


def main():
    options, passed = arguments()
    if options.results:
        os.makedirs(options.results, exist_ok=True)
    folder = tempfile.mkdtemp(prefix="race-", dir=options.results)  # a race never meets the results of another
    try:
        runs = race(options, passed, folder)
        rows = report(runs, options)
    except Failure as e:
        tell(f"race.py: {e}")
        return e.status
    finally:
        if not options.results:
            shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"passed": passed, "options": vars(options), "points": rows, "runs": runs}, file, indent=1)
            file.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
