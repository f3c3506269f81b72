// Shows chosen columns of a patient; columns are looked up by name, and the list of allowed ones is only used for the heading.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class Patient
    {
        public string Name { get; set; } = "";
        public DateOnly Born { get; set; }
        public string Ward { get; set; } = "";
        public string Diagnosis { get; set; } = "";
    }

    public sealed class PatientLookup(IReadOnlyDictionary<int, Patient> patients)
    {
        private static readonly string[] Shown = ["Name", "Ward"];

        public AIFunction Tool() => AIFunctionFactory.Create((int id, string[] columns) => Describe(id, columns), "describe_patient", "Shows Name and Ward of a patient.");

        private string Describe(int id, string[] columns)
        {
            if (!patients.TryGetValue(id, out var patient)) return "unknown";
            var heading = string.Join(" | ", Shown.Where(columns.Contains));
            var properties = TypeDescriptor.GetProperties(patient);
            var values = columns.Select(c => properties.Find(c, ignoreCase: true)?.GetValue(patient) ?? "");
            return heading + Environment.NewLine + string.Join(" | ", values);
        }
    }
}

namespace Fixed
{
    public sealed class Patient
    {
        public string Name { get; set; } = "";
        public DateOnly Born { get; set; }
        public string Ward { get; set; } = "";
        public string Diagnosis { get; set; } = "";
    }

    public sealed class PatientLookup(IReadOnlyDictionary<int, Patient> patients)
    {
        public AIFunction Tool() => AIFunctionFactory.Create((int id, string[] columns) => Describe(id, columns), "describe_patient", "Shows Name and Ward of a patient.");

        private string Describe(int id, string[] columns)
        {
            if (!patients.TryGetValue(id, out var patient)) return "unknown";

            List<(string Heading, string Value)> shown = [];
            if (columns.Contains("Name")) shown.Add(("Name", patient.Name));
            if (columns.Contains("Ward")) shown.Add(("Ward", patient.Ward));
            return string.Join(" | ", shown.Select(s => s.Heading)) + Environment.NewLine + string.Join(" | ", shown.Select(s => s.Value));
        }
    }
}
