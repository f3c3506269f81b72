using System;
using System.Linq;
using System.Text;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Evidence;

/// <summary>What reading a file of evidence gave.</summary>
/// <param name="Evidence">Null where it is none.</param>
/// <param name="Findings">Why; empty where it is.</param>
public sealed record EvidenceReading(ToolEvidence? Evidence, EquatableArray<Finding> Findings);

/// <summary>
/// Reads evidence back, strictly: a file that this version would not have written, down to the byte, is none. So an id that was computed elsewhere is the hash of the file, and nothing
/// rides along that nobody reads. Never throws. That the file was not made up it does not tell: who stores evidence computed it.
/// </summary>
public static class EvidenceReader
{
    /// <summary>The largest file, in bytes of UTF-8: 64 MiB.</summary>
    public const int MaximumBytes = 64 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] AllStations = ["read", "generate", "compile", "inspect", "try", "worth"];

    private static readonly string[] Outcomes = ["passed", "failed", "unconfirmed", "unrecorded", "timedout", "crashed"];

    /// <summary>Reads a file's bytes; one line break may end it.</summary>
    /// <param name="path">Only shown.</param>
    /// <param name="utf8">The bytes.</param>
    public static EvidenceReading Read(string path, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes) return Refused(new(path, ""), default, FormattableString.Invariant($"it has more than {MaximumBytes} bytes"));
        SourceText source;
        try
        {
            source = new(path, Strict.GetString(utf8.ToArray()));
        }
        catch (DecoderFallbackException)
        {
            return Refused(new(path, ""), default, "it is not UTF-8");
        }

        var document = JsonReader.Read(source, MaximumBytes);
        if (document.Findings.Count > 0 || document.Root is null) return new(null, document.Findings);
        try
        {
            var evidence = Evidence(new(document.Root));

            // Names that nobody knows, another order, another spelling of a number: all that was not read shows here.
            return evidence.Text == (source.Text.EndsWith("\n", StringComparison.Ordinal) ? source.Text.Substring(0, source.Text.Length - 1) : source.Text)
                ? new(evidence, [])
                : Refused(source, document.Root.Span, "it is not written as evidence is: members beyond those that are known, or in another order, or blanks between them, or an id that is not that of its parts");
        }
        catch (EvidenceFault fault)
        {
            return Refused(source, fault.Span, fault.Message);
        }
    }

    private static EvidenceReading Refused(SourceText source, TextSpan span, string why) => new(null, new(new Finding(FindingCatalog.NoEvidence, Place.Of(source, span), new(why))));

    private static ToolEvidence Evidence(EvidenceNode root)
    {
        var format = root["format"];
        if (format.Number() != ToolEvidence.CurrentFormat) throw format.Fault($"its format is not {ToolEvidence.CurrentFormat}, the one that this version of ToolGen reads");
        var authors = root["authors"];
        var worth = root["worth"];
        var inputs = root["inputs"];
        return new()
        {
            Tool = root["tool"].Text(),
            Version = root["version"].TextOrNull(),
            Kind = root["kind"].TextOrNull(),
            ToolGen = root["toolgen"].Text(),
            Identity = Identity(root["identity"]),
            Authors = new(authors["spec"].TextOrNull(), authors["tests"].TextOrNull()),
            Stations = Stations(root["stations"]),
            Findings = root["findings"].List(Finding),
            Samples = root["samples"].List(Sample),
            Capabilities = Capabilities(root["capabilities"]),
            Isolation = root["isolation"].IsNull ? null : root["isolation"].OneOf("process", "seccomp", "landlock", "bubblewrap"),
            Limits = root["limits"].Sorted(),
            Worth = worth.IsNull ? null : new(worth["changes"].Number(), worth["unnoticed"].List(Change), worth["stub"].TextOrNull()),
            Inputs = inputs.IsNull ? null : new(inputs["tried"].Number(), inputs["failed"].Number(), inputs["late"].Number(), inputs["repeated"].Number(), inputs["differing"].Number()),
        };
    }

    private static ToolIdentity Identity(EvidenceNode node) => new()
    {
        Spec = node["spec"].HashOrNull(),
        Companion = node["companion"].HashOrNull(),
        Template = node["template"].HashOrNull(),
        Steps = node["steps"].List(step => new ToolStep(step["tool"].Text(), step["id"].HashOrNull())),
        Packages = node["packages"].List(package => new PackageLock(package["package"].Text(), package["version"].Text(), package["sha512"].Text())),
        Code = node["code"].HashOrNull(),
        Source = node["source"].HashOrNull(),
        Templates = node["templates"].HashOrNull(),
    };

    private static EquatableArray<string> Stations(EvidenceNode node)
    {
        var stations = node.List(station => station.OneOf(AllStations));
        return stations.SequenceEqual(AllStations.Where(stations.Contains)) ? stations : throw node.Fault("its stations are not in their order");
    }

    private static SeenFinding Finding(EvidenceNode node) => new(node["id"].FindingId(), node["severity"].OneOf("error", "warning", "info"), PlaceOf(node), node["message"].Text());

    private static SeenSample Sample(EvidenceNode node) => new(
        node["in"].OneOf("examples", "tests"), node["index"].Number(), node["given"].Hash(), node["expects"].ObjectOrHash(), node["outcome"].OneOf(Outcomes))
    {
        Name = node["name"].TextOrNull(),
        Output = node["output"].HashOrNull(),
        Errors = node["errors"].List(error => error.Text()),
        Ended = node["ended"].IsNull ? null : node["ended"].OneOf("answered", "canceled", "timedout", "memory", "processor", "crashed", "protocol", "notstarted"),
    };

    private static SeenCapabilities Capabilities(EvidenceNode node) => new()
    {
        Declared = node["declared"].Sorted(),
        Found = node["found"].Sorted(),
        Observed = node["observed"].Sorted(),
        Refused = node["refused"].Sorted(),
    };

    private static SeenChange Change(EvidenceNode node) => new(PlaceOf(node), node["before"].Text(), node["after"].Text());

    private static SeenPlace PlaceOf(EvidenceNode node) =>
        new(node["in"].OneOf("spec", "tests", "companion", "other"), node["line"].Number(), node["column"].Number(), node["endLine"].Number(), node["endColumn"].Number());
}
