"""pgbench scripts that do in PostgreSQL what one request of Liban does: the same statements, from the same files."""
import pathlib, re

QUERIES = pathlib.Path(__file__).parents[2] / "sql" / "queries"


def statement(name, values):
    """The statement of a file with each $n replaced by the n-th value (text of SQL, usually a pgbench variable)."""
    text = re.sub(r"^\s*--.*$", "", (QUERIES / f"{name}.sql").read_text(), flags=re.M)
    text = re.sub(r"\$(\d+)", lambda found: values(int(found.group(1))), text)
    return " ".join(text.split()) + ";"


def target(per_client):
    return f"""\\set n random(0, {per_client - 1})
"""


def commit_unit(per_client):
    """Read the head, then key, fold, event, outbox and fund in one pipelined transaction, durable."""
    body = '{"amount":1,"payee":"施工队","voucher":"P1"}'
    key = "'bench-' || :client_id || '-' || :version || '-' || :town || '-' || :serial"
    next_hash = "sha256(decode(:head, 'hex'))"
    advance = {1: ":town", 2: ":year", 3: ":serial", 4: ":version + 1", 5: next_hash,
               number("extensions + "): "0", number("AND version = "): ":version",
               number("AND head_hash = "): "decode(:head, 'hex')", number("coalesce("): "NULL"}
    append = {1: ":town", 2: ":year", 3: ":serial", 4: "ARRAY[:version + 1]", 5: "ARRAY['disbursed']",
              6: f"ARRAY['{body}']", 7: "ARRAY[:person]", 8: "ARRAY['finance']", 9: "ARRAY[current_date]",
              10: "ARRAY[now()]", 11: "ARRAY[NULL]", 12: "ARRAY[decode(:head, 'hex')]", 13: f"ARRAY[{next_hash}]"}
    outbox = {1: ":town", 2: ":year", 3: ":serial", 4: ":version + 1", 5: "ARRAY['secretary']", 6: "ARRAY[:area]",
              7: "ARRAY[:unit]", 8: "ARRAY['disbursed']"}
    post = {1: ":town", 2: ":fund", 3: ":year", 4: ":serial", 5: "ARRAY['disburse']", 6: "ARRAY['encumbered']",
            7: "ARRAY['disbursed']", 8: "ARRAY[1]", 9: "ARRAY[:version + 1]", 10: "ARRAY[:person]",
            11: "ARRAY[current_date]", 12: "ARRAY[now()]", 13: "ARRAY[NULL]"}
    keep = {1: ":town", 2: ":person", 3: key, 4: next_hash, 5: "200", 6: ":version + 1",
            7: "convert_to(repeat('x', 700), 'UTF8')"}
    return target(per_client) + "\n".join([
        "SELECT p.town, p.year, p.serial, p.version, encode(p.head_hash, 'hex') AS head, p.area, p.unit, f.id AS fund,"
        " (SELECT min(person) FROM liban.assignment a WHERE a.town = p.town AND a.role = 'finance') AS person"
        " FROM bench_target b JOIN liban.project p ON (p.town, p.year, p.serial) = (b.town, b.year, b.serial)"
        " JOIN liban.fund f ON f.town = p.town AND f.year = p.year AND f.programme = p.programme"
        " WHERE b.client = :client_id AND b.n = :n \\gset",
        "\\startpipeline", "BEGIN;",
        statement("request_key/keep", keep.__getitem__),
        statement("project/advance_if_version", lambda n: advance.get(n) or column(n)),
        statement("event/append", append.__getitem__),
        statement("outbox/put", outbox.__getitem__),
        statement("fund/post_movements", post.__getitem__),
        "COMMIT;", "\\endpipeline", ""])


def number(before):
    """Which $n stands behind these words of the guarded update."""
    text = (QUERIES / "project/advance_if_version.sql").read_text()
    return int(re.search(re.escape(before) + r"\$(\d+)", text).group(1))


def column(number):
    """A column that the command leaves as it is is set to itself."""
    text = (QUERIES / "project/advance_if_version.sql").read_text()
    return re.search(rf"(\w+) = \${number}\b", text).group(1)


def read_unit(per_client):
    key = {1: "b.town", 2: "b.year", 3: "b.serial"}
    select = statement("project/find", lambda n: key[n]).rstrip(";")
    return target(per_client) + select.replace(
        "FROM liban.project_record r",
        "FROM bench_target b, liban.project_record r") + " AND b.client = :client_id AND b.n = :n;\n"
