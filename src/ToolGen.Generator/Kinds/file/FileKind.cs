using System.Collections.Generic;
using ToolGen.Generator.Kinds.Transform;
using ToolGen.Generator.Types;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.File;

/// <summary>A transform over files below granted folders, which may write files (SPEC §5).</summary>
internal sealed class FileKind : Kind
{
    public override string Word => "file";

    public override IReadOnlyList<TypeRoot> Roots(ToolSpec spec) =>
        ((FileImplementation)spec.Implementation!).Record is { } record ? [new("Row", record, TypeRole.Record)] : [];

    public override KindCode Generate(KindWork work)
    {
        var implementation = (FileImplementation)work.Spec.Implementation!;
        var code = new TransformCode(work, TransformNames.Of(implementation, work));
        var model = new FileWriter(code, implementation).WriteFile();
        var capabilities = Capabilities(implementation, model.Rows.UsesNow);
        if (work.Findings.Errors > 0) return KindCode.None;
        return new(work.Render("Kinds.file.file.sbn", model) + code.Functions(), HasScope: true) { Capabilities = capabilities };
    }

    private static List<string> Capabilities(FileImplementation implementation, bool usesNow)
    {
        var capabilities = new List<string> { "read " + PathCapability.Of(implementation.Read) };
        if (implementation.Write is { } write) capabilities.Add("write " + PathCapability.Of(write.Path));
        if (usesNow) capabilities.Add("clock");
        return capabilities;
    }
}
