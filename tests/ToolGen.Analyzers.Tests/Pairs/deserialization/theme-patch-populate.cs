// Applies a patch to a theme; the serializer that fills the theme follows type names in the patch.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using Microsoft.SemanticKernel;
using Newtonsoft.Json;

namespace Vulnerable
{
    public class Theme
    {
        public string Name { get; set; } = "light";

        public IDictionary<string, object> Colours { get; set; } = new Dictionary<string, object>();
    }

    public class ThemePlugin
    {
        private readonly Theme theme = new();

        [KernelFunction("patch_theme")]
        [Description("Changes the theme with a JSON patch.")]
        public string PatchTheme(string patch)
        {
            var serializer = JsonSerializer.CreateDefault();
            serializer.TypeNameHandling = TypeNameHandling.All;
            using (var reader = new JsonTextReader(new StringReader(patch)))
                serializer.Populate(reader, this.theme);
            return $"{this.theme.Name}: {string.Join(", ", this.theme.Colours.Select(c => $"{c.Key} {c.Value}"))}";
        }
    }
}

namespace Fixed
{
    public class Theme
    {
        public string Name { get; set; } = "light";

        public IDictionary<string, string> Colours { get; set; } = new Dictionary<string, string>();
    }

    public class ThemePlugin
    {
        private readonly Theme theme = new();

        [KernelFunction("patch_theme")]
        [Description("Changes the theme with a JSON patch.")]
        public string PatchTheme(string patch)
        {
            var serializer = JsonSerializer.CreateDefault();
            serializer.TypeNameHandling = TypeNameHandling.None;
            using (var reader = new JsonTextReader(new StringReader(patch)))
                serializer.Populate(reader, this.theme);
            return $"{this.theme.Name}: {string.Join(", ", this.theme.Colours.Select(c => $"{c.Key} {c.Value}"))}";
        }
    }
}
