// Copies a checkpoint of a training run; the checked path and the used path are two different variables.
using System;
using System.ComponentModel;
using System.IO;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class CheckpointPlugin
    {
        private const string Runs = "/data/runs/";

        [KernelFunction("copy_checkpoint"), Description("Copies a checkpoint of a run to the folder that is shared.")]
        public string Copy(string run, string checkpoint)
        {
            var runFolder = Path.GetFullPath(Path.Combine(Runs, run));
            if (!runFolder.StartsWith(Runs, StringComparison.Ordinal)) return "No such run.";
            var source = Path.Combine(runFolder, checkpoint);
            var shared = Path.Combine("/data/shared", Path.GetFileName(source));
            File.Copy(source, shared, overwrite: true);
            return shared;
        }
    }
}

namespace Fixed
{
    public sealed class CheckpointPlugin
    {
        private const string Runs = "/data/runs/";

        [KernelFunction("copy_checkpoint"), Description("Copies a checkpoint of a run to the folder that is shared.")]
        public string Copy(string run, string checkpoint)
        {
            var source = Path.GetFullPath(Path.Combine(Runs, run, checkpoint));
            if (!source.StartsWith(Runs, StringComparison.Ordinal) || Path.GetExtension(source) != ".ckpt") return "No such checkpoint.";
            var shared = Path.Combine("/data/shared", Path.GetFileName(source));
            File.Copy(source, shared, overwrite: false);
            return shared;
        }
    }
}
