"""Drives the kernel "java" as a notebook page does: interrupts cells, asks what could follow. Prints a line for each."""
import sys

from jupyter_client.manager import KernelManager

LIMIT = 60

manager = KernelManager(kernel_name="java")
manager.start_kernel(stderr=sys.stdout)
early = {}  # messages for others than the cell that is waited for
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=LIMIT)


def outputs(request, on_output=lambda: None):
    """What a cell puts out until the kernel is idle again."""
    seen = []
    while True:
        message = waiting.pop(0) if (waiting := early.get(request)) else client.get_iopub_msg(timeout=LIMIT)
        if message["parent_header"].get("msg_id") != request:
            early.setdefault(message["parent_header"].get("msg_id"), []).append(message)
            continue
        content = message["content"]
        kind = message["msg_type"]
        if kind == "status" and content["execution_state"] == "idle":
            return seen
        if kind == "stream":
            seen.append(content["text"].strip())
            on_output()
        elif kind == "execute_result":
            seen.append(content["data"]["text/plain"])
        elif kind == "error":
            seen.append(content["ename"])


def interrupted(code):
    """Interrupts a cell once it has put something out."""
    asked = []

    def interrupt():
        if not asked:
            asked.append(True)
            manager.interrupt_kernel()

    return outputs(client.execute(code), interrupt)[-1]


for name, code in {
    "waiting": 'System.out.println("on"); Thread.sleep(600_000);',
    "busy": 'System.out.println("on"); long n = 0; while (true) { n++; }',
    "printing": 'while (true) { System.out.println("on"); }',
}.items():
    print(name, interrupted(code), *outputs(client.execute("6 * 7")), flush=True)

reply = client.complete("String text = \"\"; text.isBl", reply=True, timeout=LIMIT)["content"]
print("completion", reply["matches"], reply["cursor_start"], reply["cursor_end"])
reply = client.inspect("Math.max(1, 2)", 6, reply=True, timeout=LIMIT)["content"]
print("inspection", reply["found"], "int Math.max(int" in reply["data"].get("text/plain", ""))
asked = client.is_complete("for (int i = 0; i < 3; i++) {")
while (message := client.get_shell_msg(timeout=LIMIT))["parent_header"]["msg_id"] != asked:
    pass
print("completeness", message["content"]["status"], repr(message["content"]["indent"]))
print("unended", *outputs(client.execute('System.out.print("no line end");')))
failing = client.execute('throw new RuntimeException("no");')
queued = client.execute('System.out.println("must not run");')
print("run all", *outputs(failing), *outputs(queued), *outputs(client.execute("6 * 7")))
client.stop_channels()
manager.shutdown_kernel()
